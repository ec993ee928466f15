import { useMemo, useState } from 'react'
import type { AttentionScore } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWideWindow } from '../../lib/wideWindow.ts'
import type { ViewProps } from '../../screens.ts'
import { branchesText } from '../../text/branches.ts'
import { screenLabel } from '../../text/frame.ts'
import { scoresText } from '../../text/scores.ts'
import { sbiDigits, versionOf } from '../Scores/branchCode.ts'
import { useScoreChoice } from '../Scores/choice.ts'
import { ClassLegend } from '../Scores/ClassLegend.tsx'
import { axisOf } from '../Scores/IntervalBar.tsx'
import { nameColumn, scoreColumns } from '../Scores/scoreColumns.tsx'
import { ScoreScreen } from '../Scores/ScoreScreen.tsx'
import { useRanking, useScoreSet } from '../Scores/useRanking.ts'
import { RiskBranchesButton } from '../RiskBranches/RiskBranchesDialog.tsx'
import { BranchTree } from './BranchTree.tsx'
import { branchTree } from './branchTree.ts'
import './Branches.css'

type BranchLevel = 'division' | 'group'
const levels = ['division', 'group'] as const

/** SBI divisions and groups by attention score, one version of the classification at a time. */
export function BranchesView({ subject }: ViewProps) {
  const [choice, change] = useScoreChoice(subject, levels)
  const level: BranchLevel = choice.level === 'group' ? 'group' : 'division'
  const set = useScoreSet()
  const divisions = useRanking(set, 'division', choice.phenomenon)
  const groups = useRanking(set, 'group', choice.phenomenon)
  const [wanted, setWanted] = useState<string | null>(null)
  const versions = versionsIn(divisions.value ?? [])
  const inChoice = choice.code === '' ? null : versionOf(choice.code)
  const version = inChoice ?? wanted ?? versions.toSorted((a, b) => b.locations - a.locations)[0]?.version ?? ''
  const pick = (next: string) => {
    setWanted(next)
    change({ code: '' })
  }
  return (
    <ScoreScreen
      title={screenLabel.branches}
      subject="branch"
      levels={levels.map((id) => ({ id, label: branchesText.levels[id], plural: branchesText.plural[id] }))}
      choice={choice}
      change={change}
      set={set}
      ranking={level === 'group' ? groups : divisions}
      choices={
        <>
          {versions.length > 1 && (
            <Segmented
              label={branchesText.version}
              options={versions.map((one) => ({ id: idOf(one.version), label: branchesText.versions(one.version) }))}
              value={idOf(version)}
              onChange={(id) => pick(id === 'none' ? '' : id)}
            />
          )}
          <RiskBranchesButton />
        </>
      }
      version={version}
      parentLevel={level === 'group' ? 'division' : null}
    >
      {(rows, isNarrow) => (
        <>
          <TreeCard version={version} divisions={divisions.value ?? []} groups={groups.value ?? []} choice={choice} change={change} />
          <Card isFlush isTall>
            <RankedBranches rows={rows} level={level} choice={choice} isNarrow={isNarrow} onOpen={(code) => change({ code })} />
          </Card>
        </>
      )}
    </ScoreScreen>
  )
}

/** Toggle keys may not be empty. */
function idOf(version: string): string {
  return version === '' ? 'none' : version
}

/** The versions there are, with how many vestigingen; newest last. */
function versionsIn(rows: readonly AttentionScore[]): { version: string; locations: number }[] {
  const found = Map.groupBy(rows, ({ code }) => versionOf(code) ?? '')
  return [...found]
    .map(([version, of]) => ({ version, locations: of.reduce((sum, { exposure }) => sum + exposure, 0) }))
    .toSorted((a, b) => (a.version || '9').localeCompare(b.version || '9'))
}

interface TreeCardProps {
  version: string
  divisions: readonly AttentionScore[]
  groups: readonly AttentionScore[]
  choice: ScoreChoice
  change: (part: Partial<ScoreChoice>) => void
}

function TreeCard({ version, divisions, groups, choice, change }: TreeCardProps) {
  const tree = useMemo(() => {
    const of = (rows: readonly AttentionScore[]) => rows.filter(({ code }) => versionOf(code) === version)
    return branchTree(of(divisions), of(groups), branchesText.withoutSection)
  }, [divisions, groups, version])
  return (
    <Card isFlush isTall title={branchesText.tree} aside={branchesText.versions(version)}>
      {tree.length === 0 ? (
        <p className="table-empty">{branchesText.none}</p>
      ) : (
        <BranchTree
          key={version}
          label={branchesText.treeLabel(version)}
          branches={tree}
          selected={choice.code}
          onSelect={(branch) => branch.level !== 'section' && change({ level: branch.level, code: branch.code })}
        />
      )}
      <ClassLegend />
    </Card>
  )
}

interface RankedBranchesProps {
  rows: readonly AttentionScore[]
  level: BranchLevel
  choice: ScoreChoice
  isNarrow: boolean
  onOpen: (code: string) => void
}

function RankedBranches({ rows, level, choice, isNarrow, onOpen }: RankedBranchesProps) {
  const isWide = useWideWindow()
  const columns = useMemo(() => {
    const named: Column<AttentionScore>[] = [
      { id: 'code', heading: branchesText.columns.code, text: ({ code }) => sbiDigits(code), width: level === 'division' ? 44 : 52, compare: byText(({ code }) => code) },
      nameColumn(branchesText.columns.name[level]),
    ]
    return scoreColumns({ named, exposure: branchesText.columns.locations, axis: axisOf(rows), isNarrow, isWide, hasPeers: false })
  }, [rows, level, isNarrow, isWide])
  return (
    <>
      <Table
        key={`${choice.phenomenon} ${level}`}
        label={branchesText.table(branchesText.plural[level], phenomenonLabel[choice.phenomenon])}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        openKey={choice.code}
        onOpen={(row) => onOpen(row.code)}
      />
      <p className="score-foot">
        {branchesText.versionNote} {scoresText.reading}
      </p>
    </>
  )
}
